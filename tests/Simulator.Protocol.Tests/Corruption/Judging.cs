using System.Text;

using Simulator.Protocol.X402;

namespace Simulator.Protocol.Tests.Corruption;

/// <summary>Judges of messages that the library reads into a record and writes again as JSON.</summary>
internal static class Judging
{
    /// <param name="name">As in the committed table.</param>
    /// <param name="sample">The valid message.</param>
    /// <param name="write">The library's own writer.</param>
    /// <param name="read">The library's own reader.</param>
    /// <param name="refuse">
    /// The name of the first failed check of a record that was read, null when all pass. Not asked when the record is
    /// written as the sample is: the checks see nothing else.
    /// </param>
    public static MessageType Json<T>(
        string name,
        T sample,
        Func<T, string> write,
        Func<byte[], Parsed<T>> read,
        Func<T, string?>? refuse = null)
        where T : class
    {
        byte[] json = Encoding.UTF8.GetBytes(write(sample));
        return new MessageType(name, json, Judge(write(sample), write, read, refuse));
    }

    /// <summary>The same for the form a message takes in an HTTP header.</summary>
    public static MessageType Header<T>(
        string name,
        T sample,
        Func<T, string> writeHeader,
        Func<T, string> write,
        Func<string, Parsed<T>> read,
        Func<T, string?>? refuse = null)
        where T : class =>
        new(
            name,
            Encoding.ASCII.GetBytes(writeHeader(sample)),
            Judge(write(sample), write, bytes => read(Encoding.Latin1.GetString(bytes)), refuse));

    /// <summary>Where the reader has a shape of its own: a fate at once, or the record's JSON.</summary>
    public static Func<byte[], Fate> Judge<T>(
        string sampleJson, Func<T, string> write, Func<byte[], Parsed<T>> read, Func<T, string?>? refuse)
        where T : class
    {
        Meaning meaning = Meaning.OfJson(Encoding.UTF8.GetBytes(sampleJson));
        return bytes =>
        {
            Parsed<T> parsed = read(bytes);
            if (!parsed.TryGet(out T? value))
            {
                return Fate.Refused(parsed.Refusal.Problem);
            }

            string written = write(value);
            if (written == sampleJson)
            {
                return Fate.Same;
            }

            return refuse?.Invoke(value) is { } refusal
                ? Fate.Refused(refusal)
                : Fate.Accepted(meaning.FirstDifference(Meaning.OfJson(Encoding.UTF8.GetBytes(written))));
        };
    }
}
