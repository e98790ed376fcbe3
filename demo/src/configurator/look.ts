import { type Choices, defaults } from './choices.js';

const radius = { round: undefined, soft: '4px', square: '0px' } as const;

/** Keeps what the script will hide from showing before the script is there; docs/guide/lead-form-shapes.md explains it. */
const waiting = `@media (scripting: enabled) {
  fluenzr-lead-form[popup]:not(:defined),
  fluenzr-lead-form [data-step] ~ [data-step]:not([data-fluenzr-ready]) {
    animation: fluenzr-wait 3s step-end;
  }
  @keyframes fluenzr-wait {
    from,
    to {
      position: absolute;
      visibility: hidden;
    }
  }
}`;

/** The CSS of the chosen look; empty where all is as it is by default. */
export function lookCss({ accent, corners, shape, steps }: Choices): string {
  const properties = Object.entries({
    '--fluenzr-accent': accent === defaults.accent ? undefined : accent,
    '--fluenzr-on-accent': accent === defaults.accent ? undefined : inkOn(accent),
    '--fluenzr-radius': radius[corners],
  }).flatMap(([name, value]) => (value === undefined ? [] : [`  ${name}: ${value};\n`]));
  const rules = properties.length > 0 ? [`fluenzr-lead-form {\n${properties.join('')}}`] : [];
  if (shape !== 'inline' || steps) rules.push(waiting);
  return rules.join('\n');
}

/** Black or white, whichever has more contrast on a colour (WCAG 2.2, relative luminance): one always has 4.5:1. */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#000' : '#fff';
}
