import { eachFails, eachGives } from './evaluate.js';

describe('literals', () => {
  eachGives([
    ['"Active Customers"', 'Active Customers'],
    ['"say \\"hi\\""', 'say "hi"'],
    ['"a\\nb\\tc\\\\d\\e"', 'a\nb\tc\\de'],
    ['""', ''],
    ['42', 42],
    ['3.50', 3.5],
    ['007', 7],
    ['true', true],
    ['FALSE', false],
    ['Null', null],
    [' ( 1 ) ', 1],
  ]);
  eachFails([
    ['"open', 'A text is not closed: its second " is missing.'],
    ['9'.repeat(101), `The number "${'9'.repeat(40)}…" is too long.`],
  ]);
});

describe('arithmetic', () => {
  eachGives([
    ['1 + 2', 3],
    ['1 - 2', -1],
    ['2 * 3', 6],
    ['7 / 2', 3.5],
    ['2 ^ 10', 1024],
    ['0.1 + 0.2', 0.3],
    ['1.1 * 3', 3.3],
    ['1 / 3', 0.333333333333333],
    ['9007199254740991 - 2', 9007199254740989],
    ['contact.fields.age + 1', 43],
    ['" 5 " * "+2"', 10],
    ['"-3" - "-4"', 1],
    ['contact.fields.score * 2', 15],
  ]);
  eachFails([
    ['1 / 0', 'Division by zero.'],
    ['1 / "0"', 'Division by zero.'],
    ['contact.first_name + 1', '"Zoé" is not a number.'],
    ['null + 1', 'null is not a number.'],
    ['"" + 1', '"" is not a number.'],
    ['true + 1', 'true is not a number.'],
    ['contact.groups * 2', 'a list is not a number.'],
    ['-contact', 'an object is not a number.'],
    ['"1,000" + 1', '"1,000" is not a number.'],
    ['"1e3" + 1', '"1e3" is not a number.'],
    ['10 ^ 400', 'The result is no number, or too large.'],
    ['(0 - 8) ^ 0.5', 'The result is no number, or too large.'],
  ]);
});

// JSON knows no -0, and neither does anybody who reads a result
describe('zero has no sign', () => {
  eachGives([
    ['-0', 0],
    ['0 * -1', 0],
    ['0 / -5', 0],
    ['round(-0.4)', 0],
    ['number("-0")', 0],
    ['max(-0, 0 * -1)', 0],
  ]);
});

describe('precedence', () => {
  eachGives([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 * 3 ^ 2', 18],
    ['10 - 4 - 3', 3],
    ['16 / 4 / 2', 2],
    ['2 ^ 3 ^ 2', 64],
    ['-2 ^ 2', 4],
    ['2 ^ -1', 0.5],
    ['--3', 3],
    ['2 - -3', 5],
    ['"n" & 1 + 2', 'n3'],
    ['"a" & "b" = "ab"', true],
    ['1 + 1 = 2', true],
    ['1 < 2 = true', true],
  ]);
});

describe('the text operator', () => {
  eachGives([
    ['contact.first_name & " " & contact.last_name', 'Zoé Dupont'],
    ['"" & null', ''],
    ['"" & true', 'true'],
    ['"" & 0.1', '0.1'],
    ['"" & contact.groups', '[DYN] Inbound Leads, Active Customers'],
    ['"" & contact.groups[0]', '[DYN] Inbound Leads'],
    ['"" & contact', 'Zoé Dupont'],
    ['"" & contact.fields', ''],
    ['"" & array(array("a", 1), null, "b")', 'a, 1, , b'],
    ['"" & object("name", object("name", "inner"))', 'inner'],
    ['"" & has_text("x")', 'true'],
  ]);
});

describe('numbers as text', () => {
  eachGives([
    ['"" & 1000000', '1000000'],
    ['"" & 2 ^ 70', '1180591620717410000000'],
    ['"" & 10 ^ 21', '1000000000000000000000'],
    ['"" & 1 / 10 ^ 7', '0.0000001'],
    ['"" & -1 / 10 ^ 7', '-0.0000001'],
    ['"" & -1 / 10 ^ 30', '0'],
    ['"" & -0', '0'],
  ]);
});

describe('equality', () => {
  eachGives([
    ['"Zoé" = "ZOÉ"', true],
    ['"Zoe" = "Zoé"', false],
    ['"e\u0301" = "é"', true],
    ['"a" = " a"', false],
    ['"a" != "b"', true],
    ['"a" != "A"', false],
    ['1 = 1.0', true],
    ['contact.fields.age = 42', true],
    ['42 = "42.0"', true],
    ['1 = "one"', false],
    ['1 != "one"', true],
    ['"007" = "7"', false],
    ['"12345678901234567890" = "12345678901234567891"', false],
    ['true = "TRUE"', true],
    ['null = ""', true],
    ['contact.fields.nickname = null', true],
    ['contact.fields.nickname != null', false],
    ['array(1, 2) = "1, 2"', true],
    ['contact.groups[1] = "active customers"', true],
    ['has_text("x") = true', true],
  ]);
});

describe('order', () => {
  eachGives([
    ['1 < 2', true],
    ['2 < 2', false],
    ['2 <= 2', true],
    ['3 <= 2', false],
    ['3 > 2', true],
    ['2 > 2', false],
    ['2 >= 2', true],
    ['1 >= 2', false],
    ['contact.fields.age > 18', true],
    ['"10" > "9"', true],
    ['"10" > 9', true],
    ['"apple" < "Banana"', true],
    ['"APPLE" <= "apple"', true],
    ['"APPLE" >= "apple"', true],
    ['"zoé" > "zoe"', true],
    ['"Élise" < "Zoé"', true],
    ['"a" < "a\u0001"', true],
    ['null < 1', false],
    ['null >= 1', false],
    ['1 > null', false],
    ['"" <= 1', false],
    ['null <= null', false],
    ['contact.fields.nickname < 18', false],
    ['"2026-01-02" > "2026-01-01"', true],
    ['"2026-01-01T12:00:00+02:00" < "2026-01-01T11:00:00Z"', true],
    ['"2026-01-01T12:00:00+02:00" <= "2026-01-01T10:00:00Z"', true],
    ['"2026-01-01T12:00:00+02:00" >= "2026-01-01T10:00:00Z"', true],
    ['contact.created_on < today()', true],
    ['now() > "2026-03-01"', true],
    ['"2026-03-01T09:30:00.500Z" > "2026-03-01T09:30:00.400"', true],
  ]);
  eachFails([
    ['"many" > 3', '"many" is not a number.'],
    ['true > 1', 'true has no order: only numbers, dates and texts have.'],
    ['contact.groups > 1', 'a list has no order: only numbers, dates and texts have.'],
  ]);
});

describe('names, members and indexes', () => {
  eachGives([
    ['contact.first_name', 'Zoé'],
    ['CONTACT.First_Name', 'Zoé'],
    ['contact["first_name"]', 'Zoé'],
    ['contact.fields.company', 'Acme'],
    ['contact.groups[0].name', '[DYN] Inbound Leads'],
    ['contact.groups.0.name', '[DYN] Inbound Leads'],
    ['contact.groups[-1].name', 'Active Customers'],
    ['contact.groups.-2.name', '[DYN] Inbound Leads'],
    ['contact.groups["1"].id', 'grp_2'],
    ['contact.groups[count(contact.groups) - 1].type', 'STATIC'],
    ['@contact.first_name', 'Zoé'],
    ['@(1 + 1)', 2],
  ]);
  eachFails([
    ['unknown', 'There is no "unknown" here.'],
    ['contact.frist_name', 'There is no "frist_name" in an object.'],
    ['contact.groups[2]', 'There is no item "2" in a list of 2.'],
    ['contact.groups[-3]', 'There is no item "-3" in a list of 2.'],
    ['contact.groups[0.5]', 'There is no item "0.5" in a list of 2.'],
    ['contact.groups.name', 'There is no item "name" in a list of 2.'],
    ['contact.groups.length', 'There is no item "length" in a list of 2.'],
    ['contact.first_name.length', 'There is no "length" in "Zoé".'],
    ['contact.fields.nickname.first', 'There is no "first" in null.'],
    ['has_text("x").holds', 'There is no "holds" in true.'],
  ]);
});

describe('syntax errors', () => {
  eachFails([
    ['', 'Expected a value, found the end.'],
    ['1 +', 'Expected a value, found the end.'],
    ['1 2', 'Expected an operator or the end, found "2".'],
    ['(1', 'Expected ")", found the end.'],
    ['contact.groups[0', 'Expected "]", found the end.'],
    ['contact.', 'Expected a name or an index after the dot, found the end.'],
    ['upper("a"', 'Expected ")", found the end.'],
    ['upper("a",)', 'Expected a value, found ")".'],
    ['1 === 1', 'Expected a value, found "== 1".'],
    ['a => a', 'Expected a value, found "> a".'],
    ['() => 1', 'Expected a value, found ") => 1".'],
    ['{}', 'Expected a value, found "{}".'],
    ['contact.name; 1', 'Expected an operator or the end, found "; 1".'],
    ["'a'", `Expected a value, found "'a'".`],
    ['frobnicate(1)', 'There is no function "frobnicate".'],
    ['upper()', 'upper takes 1 argument, not 0.'],
    ['if(1)', 'if takes 2 to 3 arguments, not 1.'],
    ['and()', 'and takes 1 or more arguments, not 0.'],
    ['today(1)', 'today takes 0 arguments, not 1.'],
  ]);
});

describe('lambdas', () => {
  eachGives([
    ['foreach(contact.groups, (g) => g.name)', ['[DYN] Inbound Leads', 'Active Customers']],
    ['foreach(contact.tags, (TAG) => upper(tag))', ['VIP', 'NEWSLETTER']],
    ['foreach(array(1, 2), (n, by) => n * by, 10)', [10, 20]],
    [
      'foreach(array(1, 2), (a) => foreach(array(10, 20), (b) => a * b))',
      [
        [10, 20],
        [20, 40],
      ],
    ],
    ['foreach(array(1), (contact) => contact)', [1]],
    ['foreach(array(null), (contact) => is_error(contact.name))', [true]],
    ['foreach(contact.tags, upper)', ['VIP', 'NEWSLETTER']],
    ['foreach(contact.groups, extract, "id")', ['grp_1', 'grp_2']],
    ['foreach(array("", "x"), default, "none")', ['none', 'x']],
  ]);
  eachFails([
    ['foreach(contact.tags, (a, b) => a)', 'The lambda takes 2 values, not 1.'],
    ['foreach(contact.tags, replace)', 'replace takes 3 arguments, not 1.'],
    ['foreach(contact.tags, "upper")', '"upper" is not a function: write one such as (g) => g.name.'],
    ['(g) => g', 'A function is not a value to give back.'],
    ['array(upper)', 'A function is not a value to give back.'],
    ['"" & upper', 'A function is not a text: call it with brackets.'],
    ['((g) => g)(1)', 'Expected an operator or the end, found "(1)".'],
  ]);
});
