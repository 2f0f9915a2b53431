import { text } from '../../lib/reporters/text';
import { clean, context, hostile, sample } from './reports';

test('a report for people', () => {
  expect(text(sample, context)).toMatchInlineSnapshot(`
   "shop/web
   dist/shop.k8s.yaml:42:17: error service/node-port-range (refused)
     Service 'shop/web', spec.ports[0].nodePort: Invalid value: 8080: must be in the range of node ports, 30000 to 32767
     fix: Leave it out.
   dist/shop.k8s.yaml:44:5: warning service/selector (broken)
     Service 'shop/web', spec.selector: no pod has the labels app=web
     fix: Select by labels of the pod template.
     see: dist/my shop.yaml:7:3 Deployment 'shop/website', spec.template.metadata.labels

   shop
   shop/namespace: note custom/rule (risky)
     Namespace 'shop': has no owner
     fix: Name one.

   Waived
   dist/shop.k8s.yaml:50:7: service/external-ips, Service 'shop/web', spec.externalIPs[0]: waived until 2027-03-31 by team-shop: moving (SHOP-12)

   Unchecked
   dist/shop.k8s.yaml:60:1: nothing is known of example.com/v1 Widget

   12 documents held against Kubernetes 1.36: 1 error, 1 warning, 1 note, 1 waived, 1 unchecked.
   "
  `);
});

test('nothing found is said in one line', () => {
  expect(text(clean, context)).toBe('12 documents held against Kubernetes 1.36: 0 errors, 0 warnings, 0 notes.\n');
});

test('each finding begins with file:line:column', () => {
  const lines = text(sample, context).split('\n');
  expect(lines.filter((line) => /^dist\/shop\.k8s\.yaml:\d+:\d+: (error|warning) /.test(line))).toHaveLength(2);
});

test('colours are put on and change no word', () => {
  const coloured = text(sample, { ...context, colours: true });
  expect(coloured).toContain('\u001b[31merror\u001b[39m');
  expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(text(sample, context));
});

test('a manifest neither writes on the terminal nor forges a line', () => {
  const shown = text(hostile, context);
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(shown).not.toMatch(/\p{Surrogate}/u);
  expect(shown.split('\n')).toHaveLength(7);
});
