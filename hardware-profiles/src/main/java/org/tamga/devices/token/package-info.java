/** Officials' signing keys: PKCS#11 tokens and PKCS#12 files. */
@NullMarked
package org.tamga.devices.token;

import org.jspecify.annotations.NullMarked;
