using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Users;

/// <summary>The user's client finished checking an answer.</summary>
/// <param name="Attempt">Number of the user's request.</param>
/// <param name="Rejection">Name of the failed check, or null when all hold.</param>
internal sealed record AnswerChecked(int Attempt, string? Rejection) : Message, IMessage<AnswerChecked>
{
    public static ushort Number => 113;

    public override ushort TypeNumber => Number;

    public static AnswerChecked Read(ref MessageReader reader) => new(reader.RequestNumber(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Attempt);
        writer.OptionalText(Rejection);
    }
}
