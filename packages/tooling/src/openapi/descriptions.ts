// Reads the doc comments of the schemas' source, so that what an editor shows and what the API reference says
// is written once.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The doc comments of one exported schema: its own, and those of its members. */
export interface SchemaDescription {
  description?: string;
  members: Record<string, string>;
}

/** The doc comments of every exported schema in a folder, by the schema's name. */
export function readDescriptions(folder: string): Map<string, SchemaDescription> {
  const found = new Map<string, SchemaDescription>();
  for (const file of readdirSync(folder)) {
    const source = ts.createSourceFile(
      file,
      readFileSync(path.join(folder, file), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    );
    source.forEachChild((statement) => {
      if (!ts.isVariableStatement(statement)) return;
      const [declaration] = statement.declarationList.declarations;
      if (!declaration?.initializer || !ts.isIdentifier(declaration.name)) return;
      const members: Record<string, string> = {};
      const object = memberObject(declaration.initializer);
      for (const member of object?.properties ?? []) {
        const text = docComment(member);
        if (text && member.name && ts.isIdentifier(member.name)) members[member.name.text] = text;
      }
      const description = docComment(statement);
      found.set(declaration.name.text, { ...(description ? { description } : {}), members });
    });
  }
  return found;
}

/** The object literal that names the members, in `z.looseObject({…})` or `z.extend(Other, {…})`. */
const memberObject = (initializer: ts.Expression): ts.ObjectLiteralExpression | undefined =>
  ts.isObjectLiteralExpression(initializer)
    ? initializer
    : ts.isCallExpression(initializer)
      ? initializer.arguments.find((argument) => ts.isObjectLiteralExpression(argument))
      : undefined;

function docComment(node: ts.Node): string | undefined {
  const comment = ts.getJSDocCommentsAndTags(node).findLast((found) => ts.isJSDoc(found));
  return ts.getTextOfJSDocComment(comment?.comment)?.replace(/\s+/g, ' ').trim();
}
