/** Ed25519, CMS and PDF signatures. */
@NullMarked
package org.tamga.verifier.signature;

import org.jspecify.annotations.NullMarked;
