import { answerOf, objectOf } from './thing';

/** Whether a server takes a text of this format. */
function isTaken(text: string, format: string): boolean {
  const answer = answerOf({ f: text }, objectOf({ f: { type: 'string', format } }));
  if (answer.length > 0) expect(answer).toEqual(['f TypeInvalid']);
  return answer.length === 0;
}

test.each([
  'https://shop.example/cart?x=%#top',
  'HTTP://shop.example',
  'h-t.p+1://a',
  '/a b',
  '/%41?%',
  '//a/%25',
  '*',
  'mailto:me',
  'http:',
  'x:%',
  'http://',
  'http:///a',
  'http://a:',
  'mongodb://a:1,b:2/c',
  'http://me:secret@a',
  'http://me@home@a',
  'http://[::1]:80',
  'http://[::ffff:10.0.0.1]',
  'http://[fe80::1%25eth%200]',
  'http://bücher.de',
  'http://a%ff%25',
  'http://a<">',
])('%s is a URI', (text) => {
  expect(isTaken(text, 'uri')).toBe(true);
});

test.each([
  '',
  'shop.example',
  './a',
  '?a',
  '#a',
  '**',
  ':a',
  '1http://a',
  '/%4',
  'http://a/%zz',
  'http://a#b',
  'http://a b',
  'http://a%41',
  'http://a{b}',
  'http://a\\b',
  'http://a:b',
  'http://a:1,b:2/c',
  'http://mé@a',
  'http://m%e@a',
  'http://[::1',
  'http://[::1]x',
  'http://x[::1]',
  'http://[10.0.0.1]',
  'http://[::ffff:010.0.0.1]',
  'http://[fe80::1%eth0]',
  'http://[fe80::1%25]',
  'http://[fe80::1%25a%2fb]',
  'http://a\n',
  'http://a\u007f',
])('%j is no URI', (text) => {
  expect(isTaken(text, 'uri')).toBe(false);
});

test.each([
  'me@home',
  ' me@home ',
  "o'neill+shop@example.com",
  'mé@bücher.de',
  '"me at home"@example.com',
  '"\\"me\\""@home',
  'me@[10.0.0.1]',
  'me@[::1]',
  '<me@home>',
  'Me <me@home>',
  'Me B. Good <me@home>',
  '"Me, myself" <me@home>',
  'Me (at home) <me@home> (really)',
  'me@home (a (b) c) (d)',
  'me@home (a\\) b)',
  'me@ home',
  'us: me@home;',
  'us: me@home; (all)',
  '=?utf-8?q?M=C3=A9?= <me@home>',
  'Me =?koi8-r?q?a?= <me@home>',
  '=?koi8-r?b?*?= <me@home>',
])('%s is an address of mail', (text) => {
  expect(isTaken(text, 'email')).toBe(true);
});

test.each([
  '',
  ' ',
  'me',
  'me@',
  '@home',
  'me @home',
  'me@home there',
  'me@home@work',
  '.me@home',
  'm..e@home',
  'me.@home',
  'me@home.',
  '""@home',
  '"me@home',
  '"\u0007"@home',
  'me@[home]',
  'me@[010.0.0.1]',
  'me@[::1',
  '<me@home',
  'me@home>',
  'Me <me@home> there',
  'Me, myself <me@home>',
  'me@home (at',
  '(at) me@home',
  'me@home, you@home',
  'us:;',
  'us: me@home',
  'us: me@home, you@home;',
  'us: we: me@home;;',
  'us: me@home; you',
  '=?koi8-r?q?a?= <me@home>',
  '=?koi8-r?b?YQ==?= <me@home>',
  'me@home (=?koi8-r?q?a?=)',
  'me@home\n',
])('%j is no address of mail', (text) => {
  expect(isTaken(text, 'email')).toBe(false);
});
