using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Conditions;

/// <summary>The inference chain has not said whether a session's answers stand.</summary>
/// <param name="Call">Number of the call.</param>
internal sealed record ConditionTimedOut(ulong Call) : Message, IMessage<ConditionTimedOut>
{
    public static ushort Number => 381;

    public override ushort TypeNumber => Number;

    public static ConditionTimedOut Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Call);
}
