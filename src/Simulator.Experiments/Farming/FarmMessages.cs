using System.Buffers.Binary;
using System.Text;
using Simulator.Scenarios.Settings;

namespace Simulator.Experiments;

/// <summary>How what ranks say is written: numbers little-endian, texts in UTF-8.</summary>
internal static class FarmMessages
{
    private const int NumberLength = 4;
    private const int EndedHeadLength = (2 * NumberLength) + 1;

    /// <summary>Equal on ranks that would run the same experiment with the same program.</summary>
    public static byte[] Experiment(Scenario scenario) => Encoding.UTF8.GetBytes($"{scenario.Hash} {ProgramIdentity.Hash}");

    public static byte[] Number(int number)
    {
        byte[] content = new byte[NumberLength];
        BinaryPrimitives.WriteInt32LittleEndian(content, number);
        return content;
    }

    public static int ReadNumber(byte[] content) => BinaryPrimitives.ReadInt32LittleEndian(content);

    public static byte[] Run(RunId run) => [.. Number(run.Arm), .. Number(run.Replication)];

    public static RunId ReadRun(ReadOnlySpan<byte> content) => new(
        BinaryPrimitives.ReadInt32LittleEndian(content), BinaryPrimitives.ReadInt32LittleEndian(content[NumberLength..]));

    public static byte[] Ended(EndedRun run) => [.. Run(run.Id), (byte)(run.HasFailed ? 1 : 0), .. run.Line];

    public static EndedRun ReadEnded(byte[] content) =>
        new(ReadRun(content), content[EndedHeadLength..], content[EndedHeadLength - 1] == 1);

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static string ReadText(byte[] content) => Encoding.UTF8.GetString(content);
}
