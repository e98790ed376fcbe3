declare module '*.peggy' {
  const grammar: string;
  export default grammar;
}
