import { isIp } from './addresses';
import { hasUnknownCharset } from './encoded-words';

/** mail.ParseAddress: one mailbox by RFC 5322, with or without a name, or a group of one. */
export function isEmail(text: string): boolean {
  const reader = new MailboxReader(text);
  return reader.mailboxes(true) === 1 && reader.comments() && reader.isAtEnd();
}

/** atext of RFC 5322, the dot, and all that is not ASCII (isAtext of net/mail). */
const atom = /[^\0- \x7f()<>[\]:;@\\,"]+/y;
const quoted = /"((?:[^\0-\x08\n-\x1f\x7f"\\]|\\[^\0-\x08\n-\x1f\x7f])*)"/y;
const domainLiteral = /\[([^\0- \x7f[\]\\]*)\]/y;

/** Reads a text from its beginning; what does not find what it is called by leaves the place as it is. */
class MailboxReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** parseAddress: how many mailboxes there are, of which a group may have any number; undefined where the text is no address. */
  mailboxes(mayBeGroup: boolean): number | undefined {
    this.#space();
    if (this.#mailbox()) {
      this.#space();
      return this.#peek() === '(' && !this.#nameInComment() ? undefined : 1;
    }
    if (this.#peek() !== '<' && !this.#phrase()) return undefined;
    this.#space();
    if (mayBeGroup && this.#take(':')) return this.#group();
    return this.#take('<') && this.#mailbox() && this.#take('>') ? 1 : undefined;
  }

  /** skipCFWS */
  comments(): boolean {
    this.#space();
    while (this.#peek() === '(') {
      if (this.#comment() === undefined) return false;
      this.#space();
    }
    return true;
  }

  /** consumeGroupList */
  #group(): number | undefined {
    this.#space();
    if (this.#take(';')) return this.comments() ? 0 : undefined;
    let count = 0;
    do {
      const found = this.mailboxes(false);
      if (found === undefined || !this.comments()) return undefined;
      count += found;
    } while (this.#take(','));
    return this.#take(';') && this.comments() ? count : undefined;
  }

  /** consumeAddrSpec */
  #mailbox(): boolean {
    const start = this.#at;
    this.#space();
    const isRead = this.#localPart() && this.#take('@') && this.#domain();
    if (!isRead) this.#at = start;
    return isRead;
  }

  #localPart(): boolean {
    return this.#peek() === '"' ? (this.#match(quoted)?.[1] ?? '') !== '' : this.#dotAtom();
  }

  #domain(): boolean {
    this.#space();
    return this.#peek() === '[' ? isIp(this.#match(domainLiteral)?.[1] ?? '') : this.#dotAtom();
  }

  #dotAtom(): boolean {
    const found = this.#match(atom)?.[0];
    return found !== undefined && !found.startsWith('.') && !found.endsWith('.') && !found.includes('..');
  }

  /** consumePhrase: a word that cannot be read ends it, and is an error only if it is the first. */
  #phrase(): boolean {
    for (let words = 0; ; words++) {
      if (words > 0 && !this.comments()) return false;
      this.#space();
      if (this.isAtEnd()) return true;
      const word = this.#match(this.#peek() === '"' ? quoted : atom);
      if (word === undefined || (word[1] === undefined && hasUnknownCharset(word[0]))) return words > 0;
    }
  }

  /** consumeDisplayNameComment */
  #nameInComment(): boolean {
    const words = this.#comment()?.split(/[ \t]+/);
    return words !== undefined && !words.some(hasUnknownCharset);
  }

  /** consumeComment: the text in parentheses, which may stand in each other. */
  #comment(): string | undefined {
    let text = '';
    let depth = 0;
    for (; !this.isAtEnd(); this.#at++) {
      const isEscaped = this.#peek() === '\\' && this.#at + 1 < this.#text.length;
      if (isEscaped) this.#at++;
      else if (this.#peek() === '(') depth++;
      else if (this.#peek() === ')' && --depth === 0) {
        this.#at++;
        return text.slice(1);
      }
      text += this.#peek();
    }
    return undefined;
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }

  #take(sign: string): boolean {
    if (this.#peek() !== sign) return false;
    this.#at++;
    return true;
  }

  #space(): void {
    this.#match(/[ \t]*/y);
  }

  #match(form: RegExp): RegExpExecArray | undefined {
    form.lastIndex = this.#at;
    const found = form.exec(this.#text) ?? undefined;
    if (found !== undefined) this.#at = form.lastIndex;
    return found;
  }
}
