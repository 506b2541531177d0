using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Verification;

/// <summary>An answer that needs a proof.</summary>
/// <param name="Ticket">The gateway's number of the work.</param>
/// <param name="Question">Request bytes.</param>
/// <param name="Output">Keccak-256 of the output string to prove.</param>
public sealed record ProveAnswer(ulong Ticket, byte[] Question, Hash32 Output) : Message, IMessage<ProveAnswer>
{
    public static ushort Number => 382;

    public override ushort TypeNumber => Number;

    public static ProveAnswer Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes(), reader.Hash());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Bytes(Question);
        writer.Hash(Output);
    }
}
