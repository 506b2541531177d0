namespace Simulator.Economics;

/// <summary>Between OPG as a real number, in which decisions are made, and atto-OPG, in which money moves.</summary>
internal static class Opg
{
    private const double AttoPerOpg = 1e18;
    private const double NanoPerOpg = 1e9;
    private const ulong AttoPerNano = 1_000_000_000;

    /// <summary>Whole supplies are 10⁹ OPG: no amount is larger.</summary>
    private const double Most = 1e10;

    /// <summary>Whole nano-OPG, rounded down: far below a cent, and exact from here on.</summary>
    public static UInt128 Atto(double opg) => (UInt128)(ulong)(Math.Min(opg, Most) * NanoPerOpg) * AttoPerNano;

    public static double Real(UInt128 atto) => (double)atto / AttoPerOpg;
}
