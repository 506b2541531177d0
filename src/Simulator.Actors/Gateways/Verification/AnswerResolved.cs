using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Verification;

/// <summary>It is known whether an answer stands; told to the gateway, and by it to an enclave that learns from it.</summary>
/// <param name="Ticket">The gateway's number of the work.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record AnswerResolved(ulong Ticket, AnswerOutcome Outcome) : Message, IMessage<AnswerResolved>
{
    public static ushort Number => 372;

    public override ushort TypeNumber => Number;

    public static AnswerResolved Read(ref MessageReader reader)
    {
        ulong ticket = reader.UInt64();
        byte outcome = reader.Byte();
        return outcome <= (byte)AnswerOutcome.Unresolved
            ? new(ticket, (AnswerOutcome)outcome)
            : throw new MessageFormatException("an unknown outcome");
    }

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Byte((byte)Outcome);
    }
}
