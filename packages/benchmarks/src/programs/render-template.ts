export { evaluateExpression, parseTemplate, renderTemplate } from '@fluenzr/expressions';
