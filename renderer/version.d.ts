/** The version of the program, set when it is built. */
declare const __ZHUPI_VERSION__: string;
