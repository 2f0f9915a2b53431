import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as typescript from 'typescript';

const source = join(__dirname, '../../../lib/controllers/ingress-options.ts');

/** What each option is for, as the type of the options says it. */
export function optionTexts(): ReadonlyMap<string, string> {
  const file = typescript.createSourceFile(source, readFileSync(source, 'utf8'), typescript.ScriptTarget.ES2022, true);
  const options = file.statements
    .filter(typescript.isInterfaceDeclaration)
    .find(({ name }) => name.text === 'IngressOptions');
  const members = options?.members.filter(typescript.isPropertySignature) ?? [];
  return new Map(members.map((member) => [member.name.getText(file), commentOf(member)]));
}

function commentOf(member: typescript.PropertySignature): string {
  const [comment] = typescript.getJSDocCommentsAndTags(member);
  return comment === undefined ? '' : (typescript.getTextOfJSDocComment(comment.comment) ?? '').replace(/\s+/g, ' ');
}
