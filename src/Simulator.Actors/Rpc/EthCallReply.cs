using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Rpc;

/// <summary>Outcome of eth_call.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Revert">Name of the contract's error, or null on success.</param>
/// <param name="Data">Returned data.</param>
public sealed record EthCallReply(ulong Call, string? Revert, byte[] Data) : Message, IMessage<EthCallReply>
{
    public static ushort Number => 151;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(80 + (2 * Data.Length), Revert);

    public static EthCallReply Read(ref MessageReader reader) => new(reader.UInt64(), reader.OptionalText(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.OptionalText(Revert);
        writer.Bytes(Data);
    }
}
