/** Tests of code payloads. */
@NullMarked
package org.tamga.devices.document.code;

import org.jspecify.annotations.NullMarked;
