package org.tamga.kiosk.station;

/** What came of setting up a terminal. */
public sealed interface Setup {

    /**
     * @param terminalId the terminal that is ready now
     * @param voters voters in its register, 0 at a booth
     */
    record Done(String terminalId, int voters) implements Setup {}

    /**
     * @param code stable code: TC-nn, EP-nn, TI-nn, VT-nn, RG-nn, ST-nn or SU-nn
     * @param detail one English line
     */
    record Refused(String code, String detail) implements Setup {}
}
