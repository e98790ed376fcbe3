import { createContext } from '@lit/context';
import type { FluenzR } from '@fluenzr/client';

/**
 * A client of `@fluenzr/client`, whole, or with only the resources that the elements below need (each element's page says
 * which).
 */
export type ProvidedClient = Partial<FluenzR>;

/**
 * The context that `<fluenzr-provider>` hands its client down in. The key is the same in every copy of the package, so
 * that a provider of one copy serves the elements of another.
 */
export const clientContext = createContext<ProvidedClient | undefined>(Symbol.for('fluenzr-client'));
