using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.PaymentChains.Rpc;

/// <summary>A receipt, sent to whoever broadcast the transaction once its block exists.</summary>
/// <param name="Transaction">Transaction hash.</param>
/// <param name="Height">Block height.</param>
/// <param name="Revert">Name of the contract's error, or null on success.</param>
public sealed record TransactionMined(Hash32 Transaction, long Height, string? Revert) : Message, IMessage<TransactionMined>
{
    public static ushort Number => 156;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(600, Revert);

    public static TransactionMined Read(ref MessageReader reader) => new(reader.Hash(), reader.Int64(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.Hash(Transaction);
        writer.Int64(Height);
        writer.OptionalText(Revert);
    }
}
