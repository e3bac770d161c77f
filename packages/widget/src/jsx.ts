// What the build calls for the markup in components.
export { Fragment, h } from 'preact';
