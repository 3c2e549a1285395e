/**
 * Vendors' scanner services that follow the MOSIP Secure Biometric Interface, version 1.0 of June
 * 2021 and 0.9.5 of June 2020.
 */
@NullMarked
package org.tamga.devices.scanner.sbi;

import org.jspecify.annotations.NullMarked;
