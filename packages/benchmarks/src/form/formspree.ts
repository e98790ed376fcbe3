// Formspree's script for a form of the page.
import { initForm } from '@formspree/ajax';

initForm({ formElement: '#form', formId: 'abcdefgh' });
