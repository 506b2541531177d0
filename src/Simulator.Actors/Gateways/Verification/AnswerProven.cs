using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Verification;

/// <summary>The prover is done with an answer.</summary>
/// <param name="Ticket">The gateway's number of the work.</param>
/// <param name="Holds">Whether there is a proof: only a true output has one.</param>
public sealed record AnswerProven(ulong Ticket, bool Holds) : Message, IMessage<AnswerProven>
{
    public static ushort Number => 383;

    public override ushort TypeNumber => Number;

    public static AnswerProven Read(ref MessageReader reader) => new(reader.UInt64(), reader.Boolean());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Boolean(Holds);
    }
}
