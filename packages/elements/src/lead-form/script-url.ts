/** As in the lib of TypeScript it is not yet. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

let policy: Pick<ReturnType<TrustedTypesFactory['createPolicy']>, 'createScriptURL'> | undefined;

/**
 * An address that a script or a worker may be loaded from under Trusted Types, where the page allows the policy
 * `fluenzr`. All addresses given here are written in our code.
 *
 * @throws TypeError where the page does not allow the policy
 */
export function scriptUrl(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  policy ??= trustedTypes?.createPolicy('fluenzr', { createScriptURL: (trusted) => trusted });
  return policy?.createScriptURL(url) ?? url;
}
