using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.PaymentChains;

/// <summary>The mempool learned who signed a transaction.</summary>
/// <param name="Call">The caller's number for the broadcast.</param>
/// <param name="Broadcaster">Who sent it.</param>
/// <param name="Raw">Signed EIP-1559 transaction.</param>
/// <param name="Sender">Recovered signer; null when the signature is invalid.</param>
internal sealed record TransactionsRecovered(
    ulong Call,
    ActorRef Broadcaster,
    byte[] Raw,
    string? Sender) : Message, IMessage<TransactionsRecovered>
{
    public static ushort Number => 161;

    public override ushort TypeNumber => Number;

    public static TransactionsRecovered Read(ref MessageReader reader) => new(
        reader.UInt64(),
        reader.Actor(),
        reader.Bytes(),
        reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Actor(Broadcaster);
        writer.Bytes(Raw);
        writer.OptionalText(Sender);
    }
}
