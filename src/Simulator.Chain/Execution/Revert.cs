using System.Buffers.Binary;
using System.Text;
using Simulator.Protocol;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Execution;

/// <summary>Why a call was reverted: the contract's own named error with its arguments as 256-bit words.</summary>
public sealed record Revert(
    ContractError Error,
    UInt256 First = default,
    UInt256 Second = default,
    UInt256 Third = default,
    string? Text = null)
{
    /// <summary>The error of a nested call that the caller replaced by its own. Not part of the revert data.</summary>
    public Revert? Inner { get; init; }

    public string Name => Error.Name;

    /// <summary>The revert data a node returns: selector and ABI-encoded arguments; empty for a bare revert.</summary>
    public byte[] Encode()
    {
        if (ReferenceEquals(Error, SolidityErrors.NoData))
        {
            return [];
        }

        byte[] arguments = Text is null ? EncodeWords() : EncodeText(Text);
        byte[] data = new byte[4 + arguments.Length];
        BinaryPrimitives.WriteUInt32BigEndian(data, Error.Selector);
        arguments.CopyTo(data, 4);
        return data;
    }

    /// <summary>Name and arguments, such as <c>SignatureExpired(1770000300)</c>.</summary>
    public override string ToString() =>
        Text is null
            ? $"{Name}({string.Join(", ", Error.Parameters.Select((type, index) => Show(type, Word(index))))})"
            : $"{Name}(\"{Text}\")";

    private static byte[] EncodeText(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        byte[] encoded = new byte[64 + ((utf8.Length + 31) / 32 * 32)];
        encoded[31] = 32;
        BinaryPrimitives.WriteInt32BigEndian(encoded.AsSpan(60), utf8.Length);
        utf8.CopyTo(encoded, 64);
        return encoded;
    }

    private static string Show(string type, UInt256 word)
    {
        byte[] bytes = new byte[UInt256.Length];
        word.WriteBigEndian(bytes);
        return type switch
        {
            "address" => new Address(bytes.AsSpan(12)).ToString(),
            "bytes32" => Hex.Encode(bytes),
            _ => word.ToString(),
        };
    }

    private byte[] EncodeWords()
    {
        byte[] encoded = new byte[Error.Parameters.Count * UInt256.Length];
        for (int i = 0; i < Error.Parameters.Count; i++)
        {
            Word(i).WriteBigEndian(encoded.AsSpan(i * UInt256.Length));
        }

        return encoded;
    }

    private UInt256 Word(int index) => index switch { 0 => First, 1 => Second, _ => Third };
}
