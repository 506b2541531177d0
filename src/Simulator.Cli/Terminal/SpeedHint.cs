using Simulator.Protocol.Ethereum;

namespace Simulator.Cli.Terminal;

/// <summary>Says which secp256k1 library is in use, and how to get the fast one. On the error stream: no result depends on it.</summary>
internal static class SpeedHint
{
    public static void Tell() => Console.Error.WriteLine(
        Secp256k1.Backend == "managed"
            ? "opgsim: secp256k1 by the managed library; 'apt-get install libsecp256k1-1' makes signing about 18 and "
                + "recovering about 22 times faster, with the same results"
            : $"opgsim: secp256k1 by {Secp256k1.Backend}");
}
