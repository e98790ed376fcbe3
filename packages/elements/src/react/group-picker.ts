import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import type { GroupCreatedEvent } from '../group-picker/group-created-event.js';
import { FluenzrGroupPicker } from '../group-picker/group-picker.js';
import '../group-picker/define.js';

/** The picker's `input` and `change` are the platform's: what they add is whose `value` it is. */
type PickerEvent = Event & { readonly currentTarget: FluenzrGroupPicker };

/**
 * `<fluenzr-group-picker>` as a React component. Its `value` is read from the element in `onChange`, as with an
 * uncontrolled `<select>`.
 */
export const GroupPicker = createComponent({
  react: React,
  tagName: 'fluenzr-group-picker',
  elementClass: FluenzrGroupPicker,
  displayName: 'GroupPicker',
  events: {
    onInput: 'input' as EventName<PickerEvent>,
    onChange: 'change' as EventName<PickerEvent>,
    onFluenzrGroupCreated: 'fluenzr-group-created' as EventName<GroupCreatedEvent>,
  },
});
