import { App, Chart } from 'cdk8s';
import { ExposedApp, Exposure, type ControllerName, type IngressOptions } from '../../lib';
import { whoCan } from '../../lib/controllers/who-can';

function refusal(controller: ControllerName, options: IngressOptions): string {
  try {
    new ExposedApp(new Chart(new App(), 'chart', { namespace: 'shop' }), 'web', {
      image: 'registry.example.com/web:1.0',
      ports: [{ name: 'http', number: 8080 }],
      exposures: [Exposure.ingress({ controller, className: 'edge', host: 'web.example.com', options })],
    });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

test('what a controller cannot do is an error that names those that can', () => {
  const message = refusal('contour', { basicAuth: { secretName: 'users' } });
  expect(message).toContain('the option basicAuth cannot be had from Contour');
  expect(message).toContain(`basicAuth can be had from ${whoCan('basicAuth').join(', ')}.`);
  expect(whoCan('basicAuth')).toContain('Traefik');
  expect(whoCan('basicAuth')).not.toContain('Contour');
});

test('so is a part of an option', () => {
  const message = refusal('contour', { stickySession: { cookie: 'shop' } });
  expect(message).toContain(`stickySession.cookie can be had from ${whoCan('stickySession', 'cookie').join(', ')}`);
});

test('where nobody is asked for anything special, nobody is named', () => {
  expect(refusal('contour', {})).toBe('');
});
