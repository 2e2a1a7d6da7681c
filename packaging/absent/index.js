// `body-parser`, `cors` and `finalhandler` serve only Apollo Server's own web server, and `sha.js` only browsers. They and
// what they need are 60 packages. `devDependencies` and `overrides` of package.json name this folder in their place.
throw new Error('Expected nothing to load this package: see packaging/absent.');
