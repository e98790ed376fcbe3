import { createComponent } from '@lit/react';
import * as React from 'react';
import { FluenzrProvider } from '../provider/provider.js';
import '../provider/define.js';

/** `<fluenzr-provider>` as a React component: its `client` serves all elements inside. */
export const Provider = createComponent({
  react: React,
  tagName: 'fluenzr-provider',
  elementClass: FluenzrProvider,
  displayName: 'Provider',
});
