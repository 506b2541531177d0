using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Rpc;

/// <summary>A transaction receipt, or none yet.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Mined">The transaction is in a block.</param>
/// <param name="Height">Block height.</param>
/// <param name="Revert">Name of the contract's error, or null on success.</param>
public sealed record GetReceiptReply(ulong Call, bool Mined, long Height, string? Revert) : Message, IMessage<GetReceiptReply>
{
    public static ushort Number => 157;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(600, Revert);

    public static GetReceiptReply Read(ref MessageReader reader) => new(
        reader.UInt64(),
        reader.Boolean(),
        reader.Int64(),
        reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Boolean(Mined);
        writer.Int64(Height);
        writer.OptionalText(Revert);
    }
}
