package org.tamga.devices.ports;

/** A printer of A4 pages: protocols and their copies. */
public interface PagePrinter extends Device {
    /**
     * @param title name of the job; letters, digits, dots and hyphens are kept, others become
     *     hyphens
     * @param pdf a complete PDF file
     * @param copies 1 … 99
     */
    PageResult print(String title, byte[] pdf, int copies, CancelSignal cancel);
}
