import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Chart } from 'cdk8s';
import { CheckedApp, ExposedApp, Exposure } from '../../lib';
import { exposedApp } from '../cli/cli';

const page = readFileSync(join(resolve(__dirname, '../..'), 'docs/how-to/check-in-ci.md'), 'utf8');

interface Listed {
  readonly class: 'refused' | 'broken' | 'risky';
  readonly severity: 'error' | 'warning' | 'note';
}

/** How often each severity is had by the rules of a class. */
async function severitiesOf(name: Listed['class']): Promise<Partial<Record<Listed['severity'], number>>> {
  const { output } = await exposedApp(['rules', '--class', name, '--format', 'json']);
  const counts: Partial<Record<Listed['severity'], number>> = {};
  for (const { severity } of JSON.parse(output) as Listed[]) counts[severity] = (counts[severity] ?? 0) + 1;
  return counts;
}

test('"refused: an error"', async () => {
  expect(page).toContain('_refused_, the API server says no: an error.');
  expect(Object.keys(await severitiesOf('refused'))).toEqual(['error']);
});

test('"broken: an error by most rules, a warning or a note by the others"', async () => {
  expect(page).toContain('an error by most rules, a warning or a note by the others');
  const { error = 0, warning = 0, note = 0 } = await severitiesOf('broken');
  expect(error).toBeGreaterThan(warning + note);
  expect(Math.min(warning, note)).toBeGreaterThan(0);
});

test('"a warning where the check cannot see all, such as a Secret that somebody makes by hand"', () => {
  expect(page).toContain('a warning where the check cannot see all');
  const app = new CheckedApp();
  new ExposedApp(new Chart(app, 'shop', { namespace: 'shop' }), 'shop', {
    image: 'registry.example.com/shop:1.4.2',
    ports: [{ name: 'http', number: 8080 }],
    exposures: [Exposure.ingress({ className: 'traefik', host: 'shop.example.com', tls: { secretName: 'shop-tls' } })],
  });
  const { findings } = app.check();
  const secret = findings.find(({ rule }) => rule === 'tls/secret-missing');
  expect([secret?.class, secret?.severity]).toEqual(['broken', 'warning']);
});
