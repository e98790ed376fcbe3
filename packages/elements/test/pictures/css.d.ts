/** A style sheet as the text that esbuild makes of it. */
declare module '*.css' {
  const text: string;
  export default text;
}
