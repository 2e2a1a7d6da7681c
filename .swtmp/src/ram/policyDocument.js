/** A RAM policy document as consoles and Terraform take it. */ "use strict";
Object.defineProperty(exports, "__esModule", {
    value: true
});
