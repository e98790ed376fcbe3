// Typeform's script of the page; the form itself comes in a frame from Typeform, and is not measured.
import { createWidget } from '@typeform/embed';

const container = document.querySelector<HTMLElement>('#form');
if (container) createWidget('abcdefgh', { container });
