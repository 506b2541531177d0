using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Evidence.Http;

/// <summary>Answer to <see cref="PostSettleData"/>: the job, or why there is none.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Status">HTTP status: 202, 400 or 500.</param>
/// <param name="Job">Job id; null for private settlement and for refusals.</param>
/// <param name="Note">The note for private settlement, or the error; otherwise null.</param>
public sealed record SettleDataReply(ulong Call, ushort Status, string? Job, string? Note)
    : Message, IMessage<SettleDataReply>
{
    public static ushort Number => 301;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(120 + (Note?.Length ?? 0), Job);

    public static SettleDataReply Read(ref MessageReader reader) => new(
        reader.UInt64(), reader.UInt16(), reader.OptionalText(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.UInt16(Status);
        writer.OptionalText(Job);
        writer.OptionalText(Note);
    }
}
