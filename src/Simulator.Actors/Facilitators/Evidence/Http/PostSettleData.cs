using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Evidence.Http;

/// <summary>POST /settle_data: a gateway reports the hashes of an answer it has given.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="User">Who asked; with the number it is the request's name in the run, not on the wire.</param>
/// <param name="RequestNumber">Number of the user's request.</param>
/// <param name="Type">x-settlement-type header, or null.</param>
/// <param name="Data">x-settlement-data header, or null.</param>
public sealed record PostSettleData(ulong Call, string User, int RequestNumber, string? Type, string? Data)
    : Message, IMessage<PostSettleData>
{
    public static ushort Number => 300;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(0, Type, Data);

    public static PostSettleData Read(ref MessageReader reader) => new(
        reader.UInt64(),
        reader.Text(),
        reader.RequestNumber(),
        reader.OptionalText(),
        reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Text(User);
        writer.VarUInt((ulong)RequestNumber);
        writer.OptionalText(Type);
        writer.OptionalText(Data);
    }
}
