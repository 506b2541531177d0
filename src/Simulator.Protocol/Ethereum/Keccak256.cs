namespace Simulator.Protocol.Ethereum;

/// <summary>Keccak-256 with the original padding, as Ethereum uses it (not SHA3-256).</summary>
/// <remarks>Allocates nothing. For input that arrives in pieces see <see cref="Keccak256Sponge"/>.</remarks>
public static class Keccak256
{
    public static Hash32 Hash(ReadOnlySpan<byte> bytes)
    {
        Keccak256Sponge sponge = default;
        sponge.Append(bytes);
        return sponge.Finish();
    }

    /// <summary>The hash of two pieces as if they were one.</summary>
    public static Hash32 Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        Keccak256Sponge sponge = default;
        sponge.Append(first);
        sponge.Append(second);
        return sponge.Finish();
    }

    /// <summary>The hash of a text's UTF-8 bytes.</summary>
    public static Hash32 HashText(string text) => Hash(System.Text.Encoding.UTF8.GetBytes(text));
}
