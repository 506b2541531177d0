using Simulator.Kernel;

namespace Simulator.Actors.Enclaves;

/// <summary>A compute slot is free again; the work's outcome goes back to the gateway.</summary>
/// <param name="Answer">The signed answer; null when the question was refused.</param>
/// <param name="Refusal">The refusal; null when it was answered.</param>
internal sealed record WorkFinished(InferenceComputed? Answer, InferenceRefused? Refusal) : Message, IMessage<WorkFinished>
{
    public static ushort Number => 133;

    public override ushort TypeNumber => Number;

    public static WorkFinished Read(ref MessageReader reader) => reader.Boolean()
        ? new(InferenceComputed.Read(ref reader), null)
        : new(null, InferenceRefused.Read(ref reader));

    public override void Write(ref MessageWriter writer)
    {
        writer.Boolean(Answer is not null);
        Answer?.Write(ref writer);
        Refusal?.Write(ref writer);
    }
}
