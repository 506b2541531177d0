using System.Globalization;

namespace Simulator.Records;

/// <summary>One request of one user: the user's name and the request's number, counted from 1 per user.</summary>
public readonly record struct RequestId(string User, int Number) : IComparable<RequestId>
{
    /// <summary>Ordinal by user name, then by number.</summary>
    public int CompareTo(RequestId other)
    {
        int order = string.CompareOrdinal(User, other.User);
        return order != 0 ? order : Number.CompareTo(other.Number);
    }

    /// <summary><c>traders/12#5</c>: the form that <c>trace</c> and file names of receipts use.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{User}#{Number}");

    public static bool TryParse(string text, out RequestId request)
    {
        int mark = text.LastIndexOf('#');
        bool valid = mark > 0
            & int.TryParse(text.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        request = valid ? new RequestId(text[..mark], number) : default;
        return valid;
    }
}
