import { expect } from 'chai';
import { evaluateExpression } from '@fluenzr/expressions';
import { eachFails, eachGives, valueOf } from './evaluate.js';
import { context } from './sample-context.js';

const inbound = { id: 'grp_1', name: '[DYN] Inbound Leads', type: 'DYNAMIC' };
const customers = { id: 'grp_2', name: 'Active Customers', type: 'STATIC' };

describe('if', () => {
  eachGives([
    ['if(contact.groups, "in a group", "in none")', 'in a group'],
    ['if(array(), "in a group", "in none")', 'in none'],
    ['if(false, "shown")', null],
    ['if(true, "fine", 1 / 0)', 'fine'],
    ['if(1 > 2, 1 / 0, "fine")', 'fine'],
    ['IF(true, 1, 2)', 1],
  ]);
  eachFails([['if(1 / 0, "a", "b")', 'Division by zero.']]);
});

describe('truth', () => {
  for (const [source, truthy] of [
    ['true', true],
    ['false', false],
    ['null', false],
    ['0', false],
    ['-1', true],
    ['""', false],
    ['"False"', false],
    ['"falsehood"', true],
    ['" "', true],
    ['"0"', true],
    ['array()', false],
    ['array(null)', true],
    ['object()', false],
    ['contact', true],
    ['has_text("x")', true],
    ['has_text("")', false],
  ] as const) {
    it(`${source} is ${truthy ? 'true' : 'false'} as a condition`, () => {
      expect(valueOf(`not(${source})`)).to.equal(!truthy);
      expect(evaluateExpression(source, context)).to.have.property('truthy', truthy);
    });
  }
});

describe('and, or, not', () => {
  eachGives([
    ['and(true, 1, "x")', true],
    ['and(true, 0)', false],
    ['and(false, 1 / 0)', false],
    ['or(0, "", "x")', true],
    ['or(0, "")', false],
    ['or(true, 1 / 0)', true],
    ['not(contact.groups)', false],
    ['not(null)', true],
  ]);
  eachFails([
    ['and(1 / 0, false)', 'Division by zero.'],
    ['or(1 / 0, true)', 'Division by zero.'],
    ['not(1 / 0)', 'Division by zero.'],
  ]);
});

describe('default', () => {
  eachGives([
    ['default(contact.first_name, "there")', 'Zoé'],
    ['default(contact.fields.nickname, "there")', 'there'],
    ['default(contact.fields.missing, "there")', 'there'],
    ['default("", "there")', 'there'],
    ['default(array(), "there")', 'there'],
    ['default(0, "there")', 0],
    ['default(false, "there")', false],
    ['default("x", 1 / 0)', 'x'],
    ['default(contact.groups[9].name, "no group")', 'no group'],
  ]);
  eachFails([['default(null, 1 / 0)', 'Division by zero.']]);
});

describe('is_error', () => {
  eachGives([
    ['is_error(1 / 0)', true],
    ['is_error(contact.missing)', true],
    ['is_error(null)', false],
    ['is_error(1)', false],
  ]);
});

describe('count', () => {
  eachGives([
    ['count(contact.groups)', 2],
    ['count(array())', 0],
    ['count(null)', 0],
    ['count(contact.fields)', 4],
  ]);
  eachFails([['count("text")', '"text" is not a list.']]);
});

describe('array', () => {
  eachGives([
    ['array()', []],
    ['array(1, "a", null, array(true))', [1, 'a', null, [true]]],
    ['array(has_text("x"))', [true]],
  ]);
});

describe('join', () => {
  eachGives([
    ['join(contact.tags, " / ")', 'VIP / Newsletter'],
    ['join(contact.groups, "; ")', '[DYN] Inbound Leads; Active Customers'],
    ['join(array(1, null, true), "-")', '1--true'],
    ['join(array(), ", ")', ''],
    ['join(null, ", ")', ''],
    ['join(array("a", "b"), null)', 'ab'],
  ]);
  eachFails([['join("a", ", ")', '"a" is not a list.']]);
});

describe('sort', () => {
  eachGives([
    ['sort(array(10, 9, 1))', [1, 9, 10]],
    ['sort(array("10", "9"))', ['9', '10']],
    ['sort(array("banana", "Apple", "élan", "Zoé"))', ['Apple', 'banana', 'élan', 'Zoé']],
    ['sort(array("b", 2, "a", 10))', [10, 2, 'a', 'b']],
    ['sort(contact.groups)', [inbound, customers]],
    ['sort(array("b", null))', [null, 'b']],
    ['sort(null)', []],
  ]);
});

describe('reverse', () => {
  eachGives([
    ['reverse(array(1, 2, 3))', [3, 2, 1]],
    ['reverse(contact.groups)', [customers, inbound]],
  ]);
  it('leaves the list of the context as it is', () => {
    expect(valueOf('array(reverse(contact.tags), sort(contact.tags), contact.tags)')).to.deep.equal([
      ['Newsletter', 'VIP'],
      ['Newsletter', 'VIP'],
      ['VIP', 'Newsletter'],
    ]);
  });
});

describe('unique', () => {
  eachGives([
    ['unique(array("a", "b", "A", "b"))', ['a', 'b']],
    ['unique(array(1, "1", 2))', [1, 2]],
    ['unique(concat(contact.groups, contact.groups))', [inbound, customers]],
  ]);
});

describe('concat', () => {
  eachGives([
    ['concat(array(1), array(2, 3), null)', [1, 2, 3]],
    ['concat(array(array(1)), array())', [[1]]],
  ]);
  eachFails([['concat(array(1), 2)', '2 is not a list.']]);
});

describe('slice', () => {
  eachGives([
    ['slice(array(1, 2, 3), 1)', [2, 3]],
    ['slice(array(1, 2, 3), 0, 2)', [1, 2]],
    ['slice(array(1, 2, 3), 0, -1)', [1, 2]],
    ['slice(array(1, 2, 3), -1)', [3]],
    ['slice(array(1), 5)', []],
  ]);
});

describe('filter', () => {
  eachGives([
    ['filter(contact.groups, (g) => g.type = "DYNAMIC")', [inbound]],
    ['filter(array(0, 1, "", "x"), (v) => v)', [1, 'x']],
    ['filter(array("a", " "), has_text)', ['a']],
    ['filter(array(1, 5), (n, least) => n > least, 3)', [5]],
  ]);
  eachFails([['filter(array(1), (n) => n / 0)', 'Division by zero.']]);
});

describe('foreach', () => {
  eachGives([
    ['foreach(contact.groups, (g) => g.id)', ['grp_1', 'grp_2']],
    ['foreach(null, (g) => g.id)', []],
  ]);
  eachFails([['foreach("a", upper)', '"a" is not a list.']]);
});

describe('contains', () => {
  eachGives([
    ['contains(contact.tags, "vip")', true],
    ['contains(contact.tags, "VI")', false],
    ['contains(contact.groups, "active customers")', true],
    ['contains(array(1, 2), "2")', true],
    ['contains(null, 1)', false],
    ['contains("LinkedIn Leads Q4", "linkedin")', true],
    ['contains("LinkedIn Leads Q4", "Q5")', false],
  ]);
  eachFails([['contains(5, 5)', '5 is not a list.']]);
});

describe('object', () => {
  eachGives([
    ['object("name", "Zoé", "age", 42)', { name: 'Zoé', age: 42 }],
    ['object("name", "Zoé").name', 'Zoé'],
    ['object()', {}],
    ['"Hi " & object("name", "Zoé")', 'Hi Zoé'],
  ]);
  eachFails([['object("a")', 'object takes names and values in turn: the last value is missing.']]);
});

describe('extract', () => {
  eachGives([
    ['extract(contact, "first_name")', 'Zoé'],
    ['extract(contact.groups, "name")', ['[DYN] Inbound Leads', 'Active Customers']],
    ['extract(contact, "FIRST_NAME")', 'Zoé'],
  ]);
  eachFails([['extract(contact, "nothing")', 'There is no "nothing" in an object.']]);
});

describe('extract_object', () => {
  eachGives([
    ['extract_object(contact, "first_name", "language")', { first_name: 'Zoé', language: 'fr' }],
    ['extract_object(contact.groups, "id")', [{ id: 'grp_1' }, { id: 'grp_2' }]],
  ]);
  eachFails([['extract_object(contact, "id", "nothing")', 'There is no "nothing" in an object.']]);
});

describe('upper, lower, title, trim', () => {
  eachGives([
    ['upper("Zoé")', 'ZOÉ'],
    ['upper(null)', ''],
    ['upper(contact.groups)', '[DYN] INBOUND LEADS, ACTIVE CUSTOMERS'],
    ['lower("ZOÉ")', 'zoé'],
    ['title("jean-pierre DUPONT")', 'Jean-Pierre Dupont'],
    ['title("don\'t stop, 3rd élan")', "Don't Stop, 3rd Élan"],
    ['trim("  a b \\n")', 'a b'],
  ]);
});

describe('text_length', () => {
  eachGives([
    ['text_length("Zoé")', 3],
    ['text_length("👍!")', 2],
    ['text_length("")', 0],
    ['text_length(1234)', 4],
  ]);
});

describe('replace', () => {
  eachGives([
    ['replace("a-b-c", "-", "+")', 'a+b+c'],
    ['replace("a.b", ".", "$&")', 'a$&b'],
    ['replace("Aa", "a", "")', 'A'],
    ['replace("abc", "x", "y")', 'abc'],
  ]);
  eachFails([['replace("abc", "", "y")', 'replace needs a text to look for.']]);
});

describe('split', () => {
  eachGives([
    ['split("one  two\\nthree")', ['one', 'two', 'three']],
    ['split("a, b,c", ", ")', ['a', 'b', 'c']],
    ['split("a,,b", ",")', ['a', 'b']],
    ['split("abc", "")', ['abc']],
    ['split("")', []],
  ]);
});

describe('text and json', () => {
  eachGives([
    ['text(1.50)', '1.5'],
    ['text(contact.groups)', '[DYN] Inbound Leads, Active Customers'],
    ['text(null)', ''],
    ['json(contact.groups[1])', '{"id":"grp_2","name":"Active Customers","type":"STATIC"}'],
    ['json("say \\"hi\\"")', '"say \\"hi\\""'],
    ['json(array(1, null, has_text("x")))', '[1,null,true]'],
  ]);
});

describe('number', () => {
  eachGives([
    ['number(" 42.5 ")', 42.5],
    ['number(7)', 7],
  ]);
  eachFails([
    ['number("4 2")', '"4 2" is not a number.'],
    ['number(null)', 'null is not a number.'],
    ['number("Infinity")', '"Infinity" is not a number.'],
    ['number("0x10")', '"0x10" is not a number.'],
  ]);
});

describe('round', () => {
  eachGives([
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(2.4)', 2],
    ['round(1.005, 2)', 1.01],
    ['round(1234, -2)', 1200],
    ['round(1 / 10 ^ 7, 2)', 0],
    ['round("3.14159", 3)', 3.142],
  ]);
  eachFails([
    ['round(1, 0.5)', 'round takes a whole number of places, from -20 to 20.'],
    ['round(1, 21)', 'round takes a whole number of places, from -20 to 20.'],
  ]);
});

describe('min, max, mean', () => {
  eachGives([
    ['min(3, "1", 2)', 1],
    ['max(3, "10", 2)', 10],
    ['mean(1, 2)', 1.5],
    ['mean(0.1, 0.2)', 0.15],
    ['max(array(1, 5), 3)', 5],
    ['min(foreach(contact.tags, text_length))', 3],
  ]);
  eachFails([
    ['max("a")', '"a" is not a number.'],
    ['mean(array())', 'There are no numbers in an empty list.'],
  ]);
});

describe('today and now', () => {
  eachGives([
    ['now()', '2026-03-01T09:30:00.000Z'],
    ['today()', '2026-03-01'],
  ]);
  it('today goes by the time zone', () => {
    const at = (now: string, timeZone: string) =>
      evaluateExpression('today()', {}, { now: new Date(now), timeZone });
    expect(at('2026-03-01T23:30:00Z', 'Europe/Paris')).to.have.property('value', '2026-03-02');
    expect(at('2026-03-01T03:00:00Z', 'America/New_York')).to.have.property('value', '2026-02-28');
  });
  it('take milliseconds, and the clock where nothing is given', () => {
    expect(evaluateExpression('now()', {}, { now: 0 })).to.have.property('value', '1970-01-01T00:00:00.000Z');
    const before = new Date().toISOString();
    expect(valueOfNow() >= before && valueOfNow() <= new Date().toISOString()).to.equal(true);
  });
  it('are the same moment throughout a call', () => {
    expect(
      evaluateExpression(
        'foreach(split("a b c"), (w) => now()) = join(foreach(split("a b c"), (w) => now()), ", ")',
        {},
      ),
    ).to.have.property('value', true);
  });
  it('report a wrong clock or time zone', () => {
    expect(evaluateExpression('now()', {}, { now: NaN })).to.have.nested.property(
      'error.message',
      'The option "now" is not a date.',
    );
    expect(evaluateExpression('today()', {}, { timeZone: 'Mars/Base' })).to.have.nested.property(
      'error.message',
      'The time zone Mars/Base or the language en-US is not known here.',
    );
  });
});

function valueOfNow(): string {
  const result = evaluateExpression('now()', {});
  return result.ok && typeof result.value === 'string' ? result.value : '';
}

describe('format_date', () => {
  eachGives([
    ['format_date("2026-03-01")', '2026-03-01'],
    ['format_date("2026-03-01", "D/M/YY")', '1/3/26'],
    ['format_date("2026-03-01", "DD.MM.YYYY")', '01.03.2026'],
    ['format_date("2026-03-01", "EEEE D MMMM YYYY")', 'Sunday 1 March 2026'],
    ['format_date("2026-03-01", "EEE D MMM")', 'Sun 1 Mar'],
    ['format_date("2026-03-01T15:04:05", "HH:mm:ss")', '15:04:05'],
    ['format_date("2026-03-01T05:04:09", "H:m:s")', '5:4:9'],
    ['format_date("2026-03-01T05:04:09", "tt:mm t")', '05:04 5'],
    ['format_date("2026-03-01T15:04:05", "hh:mm aa, h AA")', '03:04 pm, 3 PM'],
    ['format_date("2026-03-01T00:04:05", "h aa")', '12 am'],
    ['format_date("2026-03-01T09:30", "D \'at\' HH:mm")', '1 at 09:30'],
    ['format_date("2024-02-29", "D")', '29'],
    ['format_date(contact.created_on, "YYYY-MM-DD HH:mm")', '2025-12-31 23:30'],
    ['format_date(now(), "HH:mm")', '09:30'],
  ]);
  eachFails([
    ['format_date("soon")', '"soon" is not a date such as 2026-03-01 or 2026-03-01T09:30:00Z.'],
    ['format_date("2026-02-30")', '"2026-02-30" is not a date such as 2026-03-01 or 2026-03-01T09:30:00Z.'],
    ['format_date("2026-13-01")', '"2026-13-01" is not a date such as 2026-03-01 or 2026-03-01T09:30:00Z.'],
    [
      'format_date("2026-03-01T25:00")',
      '"2026-03-01T25:00" is not a date such as 2026-03-01 or 2026-03-01T09:30:00Z.',
    ],
    ['format_date(null)', 'null is not a date such as 2026-03-01 or 2026-03-01T09:30:00Z.'],
  ]);
  it('shows a moment in the time zone, on both sides of a change of clocks, and leaves a bare day alone', () => {
    const format = (date: string) =>
      evaluateExpression(
        `format_date("${date}", "D MMMM HH:mm")`,
        {},
        { timeZone: 'Europe/Paris', locale: 'fr' },
      );
    expect(format('2026-03-29T00:59:00Z')).to.have.property('value', '29 mars 01:59');
    expect(format('2026-03-29T01:00:00Z')).to.have.property('value', '29 mars 03:00');
    expect(format('2025-12-31T23:30:00.000Z')).to.have.property('value', '1 janvier 00:30');
    expect(format('2026-03-29')).to.have.property('value', '29 mars 00:00');
    expect(format('2026-03-29T12:00:00-05:00')).to.have.property('value', '29 mars 19:00');
  });
  it('reports an unknown language', () => {
    expect(
      evaluateExpression('format_date("2026-03-01", "MMMM")', {}, { locale: 'not a language' }),
    ).to.have.nested.property(
      'error.message',
      'The time zone UTC or the language not a language is not known here.',
    );
  });
});

describe('has_group', () => {
  eachGives([
    ['has_group(contact.groups, "grp_1")', true],
    ['has_group(contact.groups, "grp_9")', false],
    ['has_group(contact.groups, "GRP_1")', false],
    ['has_group(contact.groups, "active customers")', true],
    ['has_group(contact.groups, "Active")', false],
    ['has_group(contact.groups, "grp_2", "Its old name")', true],
    ['has_group(contact.groups, "grp_9", "Active Customers")', false],
    ['has_group(contact.groups, "Active Customers", "Active Customers")', false],
    ['has_group(contact.groups, "")', false],
    ['has_group(array(), "grp_1")', false],
    ['has_group(null, "grp_1")', false],
    ['has_group(contact.groups, "grp_1").match', inbound],
    ['has_group(contact.groups, "ACTIVE CUSTOMERS").match.id', 'grp_2'],
    ['has_group(contact.groups, "grp_9").match', null],
    ['"" & has_group(contact.groups, "grp_1")', 'true'],
    ['"" & has_group(contact.groups, "grp_9")', 'false'],
    ['if(has_group(contact.groups, "grp_1"), "yes", "no")', 'yes'],
  ]);
  eachFails([['has_group("grp_1", "grp_1")', '"grp_1" is not a list.']]);
  it('takes nothing for no group, even beside a group without id', () => {
    expect(valueOf('has_group(groups, "")', { groups: [{ name: '' }] })).to.equal(false);
    expect(valueOf('has_group(groups, null)', { groups: [{ id: '' }] })).to.equal(false);
  });
  it('prefers an id to a name that looks like it', () => {
    const groups = [
      { id: 'grp_1', name: 'grp_2' },
      { id: 'grp_2', name: 'Fintech Prospects' },
    ];
    expect(valueOf('has_group(groups, "grp_2").match.name', { groups })).to.equal('Fintech Prospects');
  });
});

describe('has_any_word', () => {
  eachGives([
    ['has_any_word("Yes, please!", "yes oui")', true],
    ['has_any_word("Yesterday", "yes")', false],
    ['has_any_word("The Quick brown fox", "fox quick").match', 'Quick fox'],
    ['has_any_word("C\'est l\'été", "été").match', 'été'],
    ['has_any_word("no", "yes").match', null],
    ['has_any_word("", "yes")', false],
    ['has_any_word("yes", "")', false],
  ]);
});

describe('has_text', () => {
  eachGives([
    ['has_text("  hello ")', true],
    ['has_text("  hello ").match', 'hello'],
    ['has_text(" \\n")', false],
    ['has_text(null)', false],
  ]);
});
