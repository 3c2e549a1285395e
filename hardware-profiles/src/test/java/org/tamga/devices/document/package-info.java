/** Tests of document readers. */
@NullMarked
package org.tamga.devices.document;

import org.jspecify.annotations.NullMarked;
